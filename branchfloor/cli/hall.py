"""The hall beside tickets on the command line: help, checklist, notices, ratings, devices."""

import argparse

from branchfloor.domain.catalogue import Name
from branchfloor.floor.finding import Target

from .adding import Adder
from .options import moment
from .tickets import answered


def add(adder: Adder) -> None:
    """Add this group of commands."""
    _add_steps(adder)
    _add_ratings(adder)
    _add_counters(adder)
    _add_lists(adder)


def _add_steps(adder: Adder) -> None:
    parser = adder.command("stage", "the service came to one of its stages", acts=True)
    parser.add_argument("ticket")
    parser.add_argument("stage", help="the stage's code, e.g. papers")
    parser.set_defaults(run=_stage)
    parser = adder.command("approve", "a second person approves the service", acts=True)
    parser.add_argument("ticket")
    parser.add_argument("--by", required=True, metavar="N", help="their staff number")
    parser.set_defaults(run=_approve)
    parser = adder.command("reprint", "what a slip printed once more says", acts=True)
    parser.add_argument("ticket")
    parser.set_defaults(run=_reprint)


def _add_ratings(adder: Adder) -> None:
    parser = adder.command("rate", "rate a visit; without a grade it is only offered", acts=True)
    parser.add_argument("ticket")
    parser.add_argument("grade", nargs="?", type=int, help="4 very satisfied … 1 dissatisfied")
    parser.set_defaults(run=_rate)
    parser = adder.command("finish-task", "a task was looked after", acts=True)
    parser.add_argument("task")
    parser.set_defaults(run=_finish_task)


def _add_counters(adder: Adder) -> None:
    parser = adder.command("help-call", "a counter asks the lobby for help", acts=True)
    parser.add_argument("counter")
    parser.add_argument("--kind", default="help")
    parser.add_argument("--answer", action="store_true", help="somebody came")
    parser.set_defaults(run=_help)
    parser = adder.command("unticketed", "record a service given without a ticket", acts=True)
    parser.add_argument("counter")
    parser.add_argument("service", nargs="?", default="")
    parser.set_defaults(run=_unticketed)
    parser = adder.command("free", "free a counter whose person is away", acts=True)
    parser.add_argument("counter")
    parser.set_defaults(run=_free)
    parser = adder.command("device", "report a device's fault, or that it is well", acts=True)
    parser.add_argument("device", help="e.g. printer")
    parser.add_argument("fault", nargs="?", help="e.g. paper_out; left out: well again")
    parser.set_defaults(run=_device)


def _add_lists(adder: Adder) -> None:
    parser = adder.command("tick", "do a line of the opening or closing checklist", acts=True)
    parser.add_argument("item")
    parser.add_argument("--undo", action="store_true", help="open it again")
    parser.set_defaults(run=_tick)
    parser = adder.command("notice", "post a public notice in both languages", acts=True)
    parser.add_argument("zh")
    parser.add_argument("en")
    parser.add_argument("--until", metavar="ISO", help="when it comes down")
    parser.set_defaults(run=_notice)
    parser = adder.command("withdraw", "take a notice down", acts=True)
    parser.add_argument("notice")
    parser.set_defaults(run=_withdraw)


def _stage(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.stage(Target(args.ticket), args.stage))


def _approve(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.approve_as(Target(args.ticket), args.by))


def _reprint(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.reprint(args.ticket))


def _rate(args: argparse.Namespace) -> int:
    if args.grade is None:
        return answered(args, lambda s: s.floor.offer_rating(args.ticket))
    return answered(args, lambda s: s.floor.rate(args.ticket, args.grade))


def _finish_task(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.finish_task(args.task))


def _help(args: argparse.Namespace) -> int:
    if args.answer:
        return answered(args, lambda s: s.floor.answer_help(args.counter))
    return answered(args, lambda s: s.floor.ask_help(args.counter, args.kind))


def _unticketed(args: argparse.Namespace) -> int:
    service = args.service.upper()
    return answered(args, lambda s: s.floor.record_unticketed(args.counter, service))


def _free(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.free_counter(args.counter))


def _device(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.report_device(args.device, args.fault))


def _tick(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.tick(args.item, done=not args.undo))


def _notice(args: argparse.Namespace) -> int:
    until = moment(args.until)
    return answered(args, lambda s: s.floor.post_notice(Name(args.zh, args.en), until))


def _withdraw(args: argparse.Namespace) -> int:
    return answered(args, lambda s: s.floor.withdraw_notice(args.notice))
