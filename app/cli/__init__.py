"""`kewai …` on the command line. Exit status: 0 done, 1 something failed, 2 wrong usage.

Errors are one line on standard error that says what to do.
"""

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, TyperException

from app.cli.commands import kewai
from app.ingest.errors import ReadError
from app.library import LibraryError, ModeUnavailableError, SearchUnavailableError, UnknownCodeError
from app.vocabulary import VocabularyError

DONE, FAILED, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command, `sys.argv` if none is given, and exits with its status."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and answers the exit status."""
    debug = "--debug" in arguments
    command = typer.main.get_command(kewai)
    try:
        status = command.main(args=list(arguments), prog_name="kewai", standalone_mode=False)
    except (UnknownCodeError, ModeUnavailableError) as error:
        return _complain(str(error), WRONG_USAGE)
    except TyperException as error:
        return _complain(f"{error.format_message().rstrip('.')}. Try 'kewai --help'.", error.exit_code)
    except (LibraryError, ReadError, SearchUnavailableError, VocabularyError) as error:
        return _complain(str(error), FAILED)
    except Abort:
        return _complain("stopped", FAILED)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            raise
        return _complain(
            f"{type(error).__name__}: {error}; run it again with --debug and report what it prints", FAILED
        )
    return status if isinstance(status, int) else DONE


def _complain(message: str, status: int) -> int:
    print(f"kewai: {' '.join(message.split())}", file=sys.stderr)
    return status
