"""What Alembic runs: the missing revisions, on the connection and transaction it is given."""

from alembic import context

from branchfloor.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
