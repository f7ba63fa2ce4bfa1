"""The same queue in the simulation packages people know: what the played floor is timed beside."""

from collections.abc import Generator
from random import Random
from time import perf_counter
from typing import Any


def simpy_rate(servers: int, load: float, customers: int) -> float:
    """Customers a second of M/M/c in SimPy; ValueError when it is not installed."""
    try:
        import simpy
    except ImportError as error:
        raise ValueError("SimPy is not installed") from error
    chance = Random(1)
    waits: list[float] = []
    hall = simpy.Environment()
    counters = simpy.Resource(hall, servers)

    def customer() -> Generator[Any, Any, None]:
        came = hall.now
        with counters.request() as turn:
            yield turn
            waits.append(hall.now - came)
            yield hall.timeout(chance.expovariate(1.0))

    def street() -> Generator[Any, Any, None]:
        for _ in range(customers):
            yield hall.timeout(chance.expovariate(load * servers))
            hall.process(customer())

    began = perf_counter()
    hall.process(street())
    hall.run()
    return len(waits) / (perf_counter() - began)


def ciw_rate(servers: int, load: float, customers: int) -> float:
    """Customers a second of M/M/c in Ciw; ValueError when it is not installed."""
    try:
        import ciw
    except ImportError as error:
        raise ValueError("Ciw is not installed") from error
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=load * servers)],
        service_distributions=[ciw.dists.Exponential(rate=1.0)],
        number_of_servers=[servers],
    )
    ciw.seed(1)
    hall = ciw.Simulation(network)
    began = perf_counter()
    hall.simulate_until_max_customers(customers, method="Finish")
    return customers / (perf_counter() - began)
