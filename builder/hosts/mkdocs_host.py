"""The site through MkDocs. The only module that knows MkDocs.

MkDocs reads the configuration, runs an author's other plugins and writes the files; what a page
contains comes from the pipeline. The same plugin serves `coursewright build` and `mkdocs build`,
so there is one way to make the site, and it is safe either way: MkDocs writes into a staging
folder that takes the place of the old site at the very end.
"""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from builder.diagnostics import Failure
from builder.diagnostics.formats import render, summary
from builder.hosts.staging import build_staged
from builder.model.course import Shell
from builder.pipeline import Options, Project, SiteBuild, SiteResult, building, load
from builder.publish.staged import CONFIG

PLUGIN = "coursewright"
_TEMPLATE = "coursewright-page.html"
_MKDOCS_YML = "mkdocs.yml"
_OWN = {
    "theme": {"name": None, "custom_dir": str(Path(__file__).parent)},
    "plugins": [PLUGIN],
}
"""Pages bring their own frame, so a course without a mkdocs.yml needs no theme."""


class CoursePage(Page):
    """A finished page. MkDocs and its plugins see it as a page like any other."""

    document = ""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Nothing to read: the pipeline did."""
        self.markdown = ""
        self.meta = {"template": _TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Nothing to render either."""
        self.content = self.document
        self.toc = TableOfContents([])


class CoursewrightPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Puts the course's pages into a MkDocs build."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.done: SiteResult | None = None
        self._serving = False
        self._alone = True
        self._build: SiteBuild | None = None
        self._stack = ExitStack()
        self._target = Path()
        self._start = 0.0

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember what MkDocs was asked to do."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the course; point MkDocs at a staging folder."""
        self._start = time.perf_counter()
        self._target = Path(config.site_dir)
        project = self.project or _read(config)
        if project.report.failed:
            raise PluginError(_findings(project))
        self._alone = set(config.plugins) == {PLUGIN} and not config.hooks
        try:
            self._build = self._stack.enter_context(
                building(project, self._target, keep=self._alone and not self._serving)
            )
        except Failure as failure:
            raise PluginError(f"{failure.message}: {failure.hint}") from failure
        config.site_dir = config.docs_dir = str(self._build.staging)
        config.use_directory_urls = False
        config.nav = None
        config.theme.dirs = []
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Every file of the site, for other plugins to see and to change.

        Where there are none, the pipeline writes its files itself: MkDocs would hold them all in
        memory first.
        """
        assert self._build is not None  # noqa: S101 - MkDocs calls on_config first
        if self._alone:
            self._build.write()
            return Files([])
        return Files([_file(path, content, config) for path, content in self._build.files()])

    def on_env(self, env: jinja2.Environment, /, **_: object) -> jinja2.Environment:
        """A page is its document."""
        env.loader = jinja2.DictLoader({_TEMPLATE: "{{ page.content }}"})
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The staging folder takes the place of the old site."""
        assert self._build is not None  # noqa: S101
        self._stack.close()
        config.site_dir = str(self._target)
        self.done = self._build.result(self._target, time.perf_counter() - self._start)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no staging folder behind."""
        self._stack.__exit__(type(error), error, error.__traceback__)


def build_with_mkdocs(project: Project, target: Path) -> SiteResult:
    """Build the site of a read course without errors into `target`."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    if project.course.shell is Shell.MATERIAL:
        return build_staged(project, target, _stock)
    config = _config(project, target)
    plugin = config.plugins[PLUGIN]
    assert isinstance(plugin, CoursewrightPlugin)  # noqa: S101
    plugin.project = project
    try:
        build(config)
    except PluginError as problem:
        raise Failure(str(problem)) from problem
    assert plugin.done is not None  # noqa: S101
    return plugin.done


def _config(project: Project, target: Path) -> MkDocsConfig:
    """The author's mkdocs.yml when it names this plugin, else one of our own.

    A foreign mkdocs.yml is not read: it may run code, and its pages are not what is asked for.
    """
    file = project.options.root / _MKDOCS_YML
    config = MkDocsConfig(config_file_path=str(file))
    try:
        if file.is_file() and PLUGIN in file.read_text(encoding="utf-8", errors="replace"):
            with file.open("rb") as stream:
                config.load_file(stream)
        else:
            config.load_dict(_OWN | {"site_name": project.course.title})
            # Only there to be a folder: on_config puts the staging folder in its place, and a
            # bare course lies where MkDocs allows no sources, beside its mkdocs.yml.
            config.load_dict({"docs_dir": str(Path(__file__).parent)})
        config.load_dict({"site_dir": str(target)})
        errors, _ = config.validate()
    except MkDocsException as problem:
        raise Failure(f"{_MKDOCS_YML}: {problem}") from problem
    if errors:
        raise Failure(f"{_MKDOCS_YML}: " + "; ".join(f"{key}: {why}" for key, why in errors))
    return config


def _read(config: MkDocsConfig) -> Project:
    return load(Options(root=Path(config.config_file_path or _MKDOCS_YML).resolve().parent))


def _findings(project: Project) -> str:
    text = render(project.report, "text", project.source, colour=False)
    return f"{text.rstrip()}\n\n{summary(project.report)}"


def _file(path: str, content: bytes | Path, config: MkDocsConfig) -> File:
    included = InclusionLevel.INCLUDED
    if path.endswith(".html"):
        source = f"{path.removesuffix('.html')}.md"
        file = File.generated(config, source, content="", inclusion=included)
        data = content if isinstance(content, bytes) else content.read_bytes()
        CoursePage(None, file, config).document = data.decode()
        return file
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content), inclusion=included)
    return File.generated(config, path, content=content, inclusion=included)


def _stock(folder: Path) -> None:
    """Stock Material over a staged project."""
    build(load_config(str(folder / CONFIG)))
