"""The same text gives the same bytes, wherever and however it is built."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
BUILD = "from builder.cli import main; raise SystemExit(main())"
PLACES = (
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "jobs": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1", "jobs": "2"},
    {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "jobs": "2"},
)


def build(folder, place):
    """Digests of every file of the shipped course built in `folder`."""
    for part in ("content", "quizzes", "site_overrides"):
        shutil.copytree(HERE / part, folder / part)
    for path in sorted(folder.rglob("*"), reverse=place["jobs"] == "2"):
        os.utime(path, (1_000_000_000, 1_000_000_000 + len(path.name)))
    told = {key: value for key, value in place.items() if key != "jobs"}
    surroundings = os.environ | told | {"COURSEWRIGHT_CACHE": str(folder / ".cache")}
    command = [sys.executable, "-c", BUILD, "build", "site", "--jobs", place["jobs"]]
    subprocess.run(
        command,
        cwd=folder,
        env=surroundings | {"PYTHONPATH": str(HERE)},
        check=True,
        capture_output=True,
    )
    site = folder / "site"
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_folder_time_zone_locale_hash_seed_and_jobs_do_not_show(tmp_path):
    folders = [tmp_path / "a", tmp_path / "deeper" / "b ü", tmp_path / "c"]
    found = [build(folder, place) for folder, place in zip(folders, PLACES, strict=True)]
    assert len(found[0]) > 20
    assert found[0] == found[1]
    assert found[0] == found[2]
    names = " ".join(found[0])
    assert str(tmp_path) not in names
