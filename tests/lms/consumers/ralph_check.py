"""Ralph's models of xAPI over statements: reads a JSON list, prints what is wrong with each.

PYTHON ralph_check.py STATEMENTS.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement


def fault(statement: object) -> str:
    try:
        BaseXapiStatement.model_validate(statement)
    except ValidationError as wrong:
        return str(wrong)[:500]
    return ""


found = [fault(statement) for statement in json.loads(Path(sys.argv[1]).read_text())]
sys.stdout.write(json.dumps(found))
