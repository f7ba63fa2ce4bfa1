"""The life of a visit on the command line: issue, call, serve, absent, green channel."""

import argparse
from collections.abc import Callable, Coroutine
from typing import Any

from branchfloor.domain.catalogue import OUTCOMES
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ENDED
from branchfloor.floor import answers as a
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination

from .adding import Adder
from .session import Session, session

Asked = Coroutine[Any, Any, a.Answer]


def add(adder: Adder) -> None:
    """Add this group of commands."""
    _add_issue(adder)
    _add_call(adder)
    for name, text in _SIMPLE.items():
        parser = _ticket_parser(adder, name, text)
        parser.set_defaults(run=_simple)
    _add_finish(adder)
    _add_moves(adder)
    _add_green(adder)


def _ticket_parser(adder: Adder, name: str, text: str) -> argparse.ArgumentParser:
    parser = adder.command(name, text, acts=True)
    parser.add_argument("ticket", help="the ticket number, e.g. A031")
    parser.add_argument("--leg", type=int, metavar="N", help="which leg of the visit")
    return parser


def _add_issue(adder: Adder) -> None:
    parser = adder.command("issue", "issue a ticket", acts=True)
    parser.add_argument("service", help="the service's code, e.g. GW")
    parser.add_argument("--green", metavar="REASON", help="a green-channel reason")
    parser.add_argument("--then", metavar="SERVICE", action="append", default=[])
    parser.add_argument("--free-order", action="store_true", help="legs in any order")
    parser.add_argument("--seen", metavar="PROOF", help="the proof seen: it counts now")
    parser.set_defaults(run=_issue)


def _issue(args: argparse.Namespace) -> int:
    if args.seen and not args.green:
        raise Refused("seen_needs_reason")
    wish = Wish(
        service=args.service.upper(),
        green=args.green,
        then=tuple(code.upper() for code in args.then),
        free_order=args.free_order,
        language=args.lang or "zh_CN",
        seen=args.seen,
    )
    return answered(args, lambda s: s.floor.issue(wish))


def answered(args: argparse.Namespace, ask: Callable[[Session], Asked]) -> int:
    """Ask one floor command, print its answer; refusals are printed by the caller of all."""
    with session(args) as open_session:
        open_session.print(now(ask(open_session)))
    return 0


def _add_call(adder: Adder) -> None:
    parser = adder.command("call-next", "call who is next at a counter, and say why", acts=True)
    parser.add_argument("counter", help="the counter's number")
    parser.add_argument("--ticket", metavar="T", help="call this ticket by hand")
    parser.set_defaults(run=_call_next)


def _call_next(args: argparse.Namespace) -> int:
    def ask(s: Session) -> Asked:
        if args.ticket:
            return s.floor.call_given(args.counter, args.ticket)
        return s.floor.call_next(args.counter)

    return answered(args, ask)


_SIMPLE = {
    "recall": "call the same ticket again",
    "start": "the customer is at the counter",
    "no-show": "nobody came after the calls",
    "cancel": "cancel the visit, or one leg with --leg",
    "leave": "the customer was seen to leave",
    "reinstate": "bring a late or expired ticket back",
}


def _simple(args: argparse.Namespace) -> int:
    target = Target(args.ticket, args.leg)
    method = args.command.replace("-", "_")
    with session(args) as s:
        open_legs = _open_legs(s, target)
        answer = now(getattr(s.floor, method)(target))
        s.print(answer)
        whole = args.command in ("cancel", "leave") and args.leg is None
        if whole and open_legs > 1 and not s.as_json:  # the line above names only one of them
            print(s.phrases.say("note.whole_visit", ticket=answer.ticket, n=open_legs))
    return 0


def _open_legs(s: Session, target: Target) -> int:
    visit = s.store.state.find(target.ticket.strip().upper())
    return sum(1 for leg in visit.legs if leg.state not in ENDED) if visit else 0


def _add_finish(adder: Adder) -> None:
    parser = _ticket_parser(adder, "finish", "the service is done")
    parser.add_argument("--outcome", choices=OUTCOMES, help="how it ended, where that is asked")
    parser.add_argument("--times", type=int, default=1, metavar="N", help="how often it was done")
    parser.set_defaults(run=_finish)


def _finish(args: argparse.Namespace) -> int:
    """Whoever types `finish` says that it is done: the outcome unless they name another."""
    target = Target(args.ticket, args.leg)

    def ask(s: Session) -> Asked:
        outcome = args.outcome or _asked_outcome(s, target)
        return s.floor.finish(target, outcome, args.times)

    return answered(args, ask)


def _asked_outcome(s: Session, target: Target) -> str | None:
    visit = s.store.state.find(target.ticket.strip())
    leg = visit.active if visit else None
    if leg is None:
        return None
    return "done" if s.config.asks_outcome(s.config.service(leg.service)) else None


def _add_moves(adder: Adder) -> None:
    parser = adder.command("undo", "take back the last step about a ticket", acts=True)
    parser.add_argument("ticket")
    parser.set_defaults(run=_undo)
    parser = _ticket_parser(adder, "hold", "let the customer go for a while")
    parser.add_argument("--kind", required=True, help="took_papers, left_papers or back_office")
    parser.add_argument("--return-in", type=float, metavar="MIN")
    parser.set_defaults(run=_hold)
    parser = _ticket_parser(adder, "resume", "serve a held ticket on")
    parser.add_argument("--counter", metavar="C")
    parser.set_defaults(run=_resume)
    for name, text in (("transfer", "send who is served on"), ("move", "point a ticket elsewhere")):
        _add_destination(_ticket_parser(adder, name, text))
    parser = adder.command("add-leg", "add a service under the same number", acts=True)
    parser.add_argument("ticket")
    parser.add_argument("service")
    parser.set_defaults(run=_add_leg)


def _add_destination(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", metavar="SERVICE", dest="to_service")
    where.add_argument("--to-counter", metavar="C")
    where.add_argument("--to-staff", metavar="N")
    parser.add_argument("--note", help="for the next teller; no personal data")
    parser.set_defaults(run=_send)


def _undo(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.undo(args.ticket))


def _hold(args: argparse.Namespace) -> int:
    target = Target(args.ticket, args.leg)
    return answered(args, lambda s: s.floor.hold(target, args.kind, args.return_in))


def _resume(args: argparse.Namespace) -> int:
    target = Target(args.ticket, args.leg, args.counter)
    return answered(args, lambda s: s.floor.resume(target))


def _send(args: argparse.Namespace) -> int:
    service = args.to_service.upper() if args.to_service else None
    to = Destination(service, args.to_counter, args.to_staff, args.note)
    target = Target(args.ticket, args.leg)

    def ask(s: Session) -> Asked:
        floor: Floor = s.floor
        return floor.move(target, to) if args.command == "move" else floor.transfer(target, to)

    return answered(args, ask)


def _add_leg(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.add_leg(args.ticket, args.service.upper()))


def _add_green(adder: Adder) -> None:
    parser = adder.command("grant", "confirm or grant the green channel", acts=True)
    parser.add_argument("ticket")
    parser.add_argument("--reason", required=True)
    parser.add_argument(
        "--seen", required=True, metavar="PROOF", help="visible, statement, id_card …"
    )
    parser.set_defaults(run=_grant)
    parser = adder.command("revoke", "refuse or take back the green channel", acts=True)
    parser.add_argument("ticket")
    parser.set_defaults(run=_revoke)


def _grant(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.grant(args.ticket, args.reason, args.seen))


def _revoke(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.revoke(args.ticket))
