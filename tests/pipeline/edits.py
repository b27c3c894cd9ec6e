"""Random edits of a course folder, as authors make them.

Used by the test of incremental builds and, for far longer, by `tools/soak.py`. Every edit keeps
the course free of errors where it can, so that there is a site to compare.
"""

import random
import re
from pathlib import Path

TITLE = re.compile(r"(?m)^title: .*")


class Author:
    """Edits the course at `root`; the same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.chance = random.Random(seed)
        self.count = 0

    def edit(self) -> str:
        """One edit; its name, for the message of a failing test."""
        self.count += 1
        name = self.chance.choice(EDITS)
        getattr(self, name)()
        return name

    @property
    def word(self) -> str:
        return f"word{self.count}"

    def lessons(self) -> list[Path]:
        paths = (self.root / "content").glob("*/*.md")
        return sorted(p for p in paths if p.stem not in ("index", "README"))

    def modules(self) -> list[Path]:
        return sorted(p.parent for p in (self.root / "content").glob("*/module.yml"))

    def lesson(self) -> Path:
        return self.chance.choice(self.lessons())

    def change(self, path: Path, pattern: str, text: str, count: int = 1) -> None:
        old = path.read_text(encoding="utf-8")
        new = re.sub(pattern, lambda _: text, old, count=count, flags=re.MULTILINE)
        path.write_text(new, encoding="utf-8")

    def body(self) -> None:
        self.change(self.lesson(), r"\n\n## ", f"\n\nA sentence with {self.word}.\n\n## ")

    def heading(self) -> None:
        self.change(self.lesson(), r"^## .*", f"## Section {self.word}")

    def title(self) -> None:
        self.change(self.lesson(), r"^title: .*", f"title: Title {self.word}")

    def subtitle(self) -> None:
        self.change(self.lesson(), r"^subtitle: .*", f"subtitle: About {self.word}")

    def tags(self) -> None:
        chosen = self.chance.sample([f"tag-{n}" for n in range(12)], self.chance.randint(0, 3))
        self.change(self.lesson(), r"^tags: .*", f"tags: [{', '.join(chosen)}]")

    def minutes(self) -> None:
        self.change(self.lesson(), r"^topic: .*", f"topic: {self.word}\nminutes: {self.count}")
        for path in self.lessons():
            text = path.read_text(encoding="utf-8")
            seen = re.findall(r"(?m)^minutes: \d+\n", text.split("---\n")[1])
            for repeated in seen[1:]:
                text = text.replace(repeated, "", 1)
            path.write_text(text, encoding="utf-8")

    def quiz(self) -> None:
        quizzes = sorted((self.root / "quizzes").glob("*.yml"))
        if quizzes:
            path = self.chance.choice(quizzes)
            self.change(path, r"^    prompt: .*", f"    prompt: What is {self.word}?")

    def lose_quiz(self) -> None:
        quizzes = sorted((self.root / "quizzes").glob("*.yml"))
        if len(quizzes) > 1:
            self.chance.choice(quizzes).unlink()

    def add(self) -> None:
        module = self.chance.choice(self.modules())
        stem = f"new-{self.count}"
        model = self.lesson().read_text(encoding="utf-8")
        text = TITLE.sub(f"title: New {self.word}", model, count=1)
        text = re.sub(r"(?m)^related: .*\n", "", text)
        text = re.sub(r"\[([^\]]*)\]\([^)]*\.md\)", r"\1", text)
        text = re.sub(r"(?m)^id: try-.*", f"id: try-{stem}", text)
        text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
        (module / f"{stem}.md").write_text(text, encoding="utf-8")
        with (module / "module.yml").open("a", encoding="utf-8") as file:
            file.write(f"  - {stem}\n")

    def delete(self) -> None:
        path = self.lesson()
        if len(list(path.parent.glob("*.md"))) > 2:
            self._forget(path.stem)
            path.unlink()
            (self.root / "quizzes" / f"{path.stem}.yml").unlink(missing_ok=True)

    def _forget(self, stem: str) -> None:
        for other in self.lessons():
            text = other.read_text(encoding="utf-8")
            text = re.sub(rf"\[([^\]]*)\]\({stem}\.md\)", r"\1", text)
            text = re.sub(rf"(?m)^(related: \[.*?)\b{stem}\b(?:, )?", r"\1", text)
            text = re.sub(r"(?m)^(related: \[.*), \]", r"\1]", text)
            other.write_text(text, encoding="utf-8")
        for module in self.modules():
            self.change(module / "module.yml", rf"^  - {stem}\n", "")

    def rename(self) -> None:
        path = self.lesson()
        stem = f"renamed-{self.count}"
        for other in [*self.lessons(), *(m / "module.yml" for m in self.modules())]:
            self.change(other, rf"\b{path.stem}\b(?!-)", stem, count=0)
        path.rename(path.with_name(f"{stem}.md"))
        quiz = self.root / "quizzes" / f"{path.stem}.yml"
        if quiz.exists():
            quiz.rename(quiz.with_name(f"{stem}.yml"))

    def reorder(self) -> None:
        self._shuffle(self.chance.choice(self.modules()) / "module.yml", "lessons")

    def reorder_modules(self) -> None:
        self._shuffle(self.root / "content/course.yml", "modules")

    def _shuffle(self, path: Path, key: str) -> None:
        text = path.read_text(encoding="utf-8")
        found = re.search(rf"(?m)^{key}:\n((?:  - .*\n)+)", text)
        if found:
            rows = found[1].splitlines(keepends=True)
            self.chance.shuffle(rows)
            path.write_text(text.replace(found[1], "".join(rows)), encoding="utf-8")

    def module_title(self) -> None:
        path = self.chance.choice(self.modules()) / "module.yml"
        self.change(path, r"^title: .*", f"title: Module {self.word}")

    def course_title(self) -> None:
        self.change(self.root / "content/course.yml", r"^title: .*", f"title: Course {self.word}")

    def tag_label(self) -> None:
        path = self.root / "content/course.yml"
        self.change(path, r"^    label: .*", f"    label: Label {self.word}")

    def pass_mark(self) -> None:
        path = self.root / "content/course.yml"
        text = re.sub(r"(?m)^pass_mark: .*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(f"{text}pass_mark: {50 + self.count % 50}\n", encoding="utf-8")

    def introduction(self) -> None:
        path = self.chance.choice(self.modules()) / "index.md"
        if path.exists() and self.chance.random() < 0.5:
            path.unlink()
        else:
            path.write_text(f"# Introduction\n\nText with {self.word}.\n", encoding="utf-8")

    def home(self) -> None:
        path = self.root / "content" / self.chance.choice(["index.md", "about.md"])
        path.write_text(f"# Welcome\n\nText with {self.word}.\n", encoding="utf-8")

    def picture(self) -> None:
        path = self.lesson()
        name = f"picture-{self.chance.randrange(3)}.svg"
        fresh = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{self.word}</title></svg>'
        (path.parent / name).write_text(fresh, encoding="utf-8")
        self.change(path, r"\n\n### ", f"\n\n![A drawing]({name})\n\n### ")

    def look(self) -> None:
        path = self.root / "site_overrides" / "tokens.css"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f":root {{ --accent: #{self.count % 10}0a0a0; }}\n", encoding="utf-8")

    def nothing(self) -> None:
        path = self.lesson()
        path.touch()


EDITS = (
    *("body", "heading", "title", "subtitle", "tags", "minutes", "quiz", "lose_quiz"),
    *("add", "delete", "rename", "reorder", "reorder_modules", "module_title"),
    *("course_title", "tag_label", "pass_mark", "introduction", "home", "picture"),
    *("look", "nothing"),
)
