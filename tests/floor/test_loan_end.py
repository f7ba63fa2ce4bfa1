import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor.counters import Loan
from tests.builders import a_branch, a_counter, a_floor, asking, now


@pytest.fixture
def memory():
    counter = a_counter("3", "SO", lendable=frozenset({"GT"}))
    made = a_floor(a_branch(counters=(counter,)))
    now(asking(made).open_counter("3", "s3"))
    return made


def test_a_loan_of_nothing_ends_the_one_that_runs(memory):
    now(asking(memory).lend_counter("3", Loan(("GT",), 30)))
    assert now(asking(memory).lend_counter("3", Loan())).lent == ()
    assert memory.state.counter("3").lent_until is None


def test_without_a_loan_there_is_nothing_to_end(memory):
    with pytest.raises(Refused) as refused:
        now(asking(memory).lend_counter("3", Loan()))
    assert refused.value.code == "lend_nothing"
