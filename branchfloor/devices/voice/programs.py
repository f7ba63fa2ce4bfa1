"""Child processes of the voice: run one, know how it ended, kill it when the call is cut."""

import asyncio
import contextlib
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: return code, what it printed, and its last words on stderr."""

    code: int
    printed: str
    said: str


async def run_program(argv: tuple[str, ...]) -> Ended:
    """Run a program to its end. Cancelling kills it; FileNotFoundError when there is none."""
    program = await asyncio.create_subprocess_exec(*argv, stdin=DEVNULL, stdout=PIPE, stderr=PIPE)
    try:
        printed, said = await program.communicate()
    except asyncio.CancelledError:
        await _kill(program)
        raise
    lines = said.decode(errors="replace").replace(f"{argv[0]}: ", "").strip().splitlines()
    code = program.returncode if program.returncode is not None else -1
    return Ended(code, printed.decode(errors="replace"), lines[-1] if lines else f"code {code}")


async def _kill(program: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        program.kill()
    await program.wait()
