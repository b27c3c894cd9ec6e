"""Open edX's SCORM block in its workbench, on a free port of this machine.

    PYTHON openedx_server.py FOLDER SCENARIO...

Runs in the judges' environment, not in ours. Makes one page with one SCORM block for each scenario,
keeps its database and uploads in the folder and prints one line of JSON: the port it listens on and
the block of each scenario.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

FOLDER = Path(sys.argv[1])
os.chdir(FOLDER)
Path("var").mkdir(exist_ok=True)
os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings"
os.environ["EXCLUDE_SAMPLE_XBLOCKS"] = "yes"
os.environ["WORKBENCH_DATABASES"] = json.dumps(
    {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(FOLDER / "var/workbench.db"),
            "OPTIONS": {"timeout": 30},
        }
    }
)


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at once, as a web server does."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def block(name: str) -> str:
    """Make a page with one SCORM block and return the block's id."""
    from workbench.runtime import WORKBENCH_KVS
    from workbench.scenarios import SCENARIOS, add_xml_scenario, get_scenarios

    if not SCENARIOS:
        WORKBENCH_KVS.clear()
        get_scenarios.initialized = True
    add_xml_scenario(name, name, "<scorm/>")
    return str(SCENARIOS[name].usage_id)


def locate() -> None:
    """Give blocks a location whose id is a text, as the platform does; the workbench does not."""
    from types import SimpleNamespace

    from openedxscorm.scormxblock import ScormXBlock

    ScormXBlock.location = property(lambda self: SimpleNamespace(block_id=self.scope_ids.usage_id))


def main() -> None:
    import django
    from django.conf import settings

    settings.MEDIA_ROOT = str(FOLDER / "media")
    settings.MEDIA_URL = "/media/"
    # The workbench puts the learner into every address; the block's own proxy trips over that.
    settings.XBLOCK_SETTINGS = {"ScormXBlock": {"PROXY_ASSETS_LMS": False}}
    settings.LOGGING = {"version": 1, "disable_existing_loggers": True}
    settings.LOGGING_CONFIG = None
    django.setup()

    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0, run_syncdb=True)
    locate()
    blocks = {name: block(name) for name in sys.argv[2:]}
    server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), Server, Quiet)
    sys.stdout.write(json.dumps({"port": server.server_port, "blocks": blocks}) + "\n")
    sys.stdout.flush()
    server.serve_forever()


main()
