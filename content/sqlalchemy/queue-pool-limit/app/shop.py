"""The shop's tables, in a file of SQLite, and its engine."""

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_engine("sqlite:///shop.sqlite3", pool_timeout=1)


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    clerk: Mapped[str]
    lines: Mapped[int]


def create_tables():
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
