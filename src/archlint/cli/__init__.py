"""The command line: one file a verb; the only room that prints or sets an exit status."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

__all__ = ["crashed", "main"]


def main() -> NoReturn:
    """Runs archlint; exits with 0, 1 or 2 as documented, never with a traceback."""
    import gc

    gc.disable()  # a run is short, and collecting costs half of its time
    _open_what_is_closed()
    _leave(_run())


def _open_what_is_closed() -> None:
    """Gives a run that was started without standard streams (`>&-`) ones that lead nowhere."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while os.open(os.devnull, os.O_RDWR) <= 2:
        pass  # the numbers of the standard streams are the lowest that are free
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def _run() -> int:
    try:
        from archlint.cli.application import application

        application(*sys.argv[1:2])(standalone_mode=True, prog_name="archlint")
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return _silenced()
        return end.code if isinstance(end.code, int) else 2 if end.code else 0
    except BrokenPipeError:
        return _silenced()
    except KeyboardInterrupt:
        return 2
    except OSError as error:
        return _unwritten(error) if error.filename is None else crashed(error)
    except Exception as error:  # the last line of defence: a crash is one line and exit status 2
        return crashed(error)
    return 0


def _silenced() -> int:
    """Whoever read the output has gone; nothing more can be told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


def crashed(error: Exception) -> int:
    """Says in one line that archlint itself is at fault, and gives the exit status of that."""
    if os.environ.get("ARCHLINT_TRACEBACK"):
        raise error
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    print(f"archlint: internal error, please report it: {reason} (ARCHLINT_TRACEBACK=1 shows where)", file=sys.stderr)
    return 2


def _unwritten(error: OSError) -> int:
    print(f"archlint: standard output cannot be written: {error.strerror}", file=sys.stderr)
    return 2


def _leave(status: int) -> NoReturn:
    """Ends the process without tearing down what the operating system takes back faster."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = _silenced()
    except OSError as error:
        status = _unwritten(error)
    os._exit(status)
