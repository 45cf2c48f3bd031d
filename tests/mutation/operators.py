"""How code is changed: by operators of cosmic-ray, and by ours where it has none that bites as deep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.operators.provider import OperatorProvider
from parso.python.tree import Keyword, Name
from parso.tree import BaseNode, NodeOrLeaf

__all__ = ["OPERATORS", "OURS"]

SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}
FROM_COSMIC_RAY = (
    "NumberReplacer",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceBinaryOperator_BitOr_BitAnd",
    "ReplaceBinaryOperator_Div_Mul",
    "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_Sub_BitAnd",
    "ReplaceBreakWithContinue",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceContinueWithBreak",
    "ReplaceFalseWithTrue",
    "ReplaceTrueWithFalse",
    "ReplaceUnaryOperator_Delete_Not",
    "ZeroIterationForLoop",
)
"""Of its operators those that change what is decided. Where it has several for one place, the one of the edge."""
CONDITIONS: dict[str, Callable[[list[NodeOrLeaf]], Iterable[int]]] = {
    "comp_if": lambda children: (1,),
    "if_stmt": lambda children: (at for at, child in enumerate(children, 1) if _is_keyword(child, "if", "elif")),
    "test": lambda children: (2,),
    "while_stmt": lambda children: (1,),
}
"""Which children of a node are conditions."""


class Rewriting(Operator):
    """An operator that lists, for a node, the texts that may stand in place of one of its children."""

    example: tuple[str, str]

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """The child (or None for the node itself) and what is written instead of it."""
        raise NotImplementedError  # each operator says what it changes

    def mutation_positions(self, node: NodeOrLeaf) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
        """Where something may be changed, once for each change."""
        for _ in self.changes(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        """The node with one of its changes made."""
        child, text = list(self.changes(node))[index]
        if child is None:
            return _written(node, text)
        assert isinstance(node, BaseNode)
        node.children[child] = _written(node.children[child], text)
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """One change of this sort."""
        return (Example(*cls.example),)


class ReplaceCondition(Rewriting):
    """A condition always holds, or never; that of a loop never."""

    example = "x = [a for a in b if a]", "x = [a for a in b if True]"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """`True` and `False` for each condition."""
        if isinstance(node, BaseNode) and node.type in CONDITIONS:
            for child in CONDITIONS[node.type](node.children):
                for value in ("False",) if node.type == "while_stmt" else ("True", "False"):
                    yield child, value


class DropOperand(Rewriting):
    """One of the operands of `and` or `or` is not asked."""

    example = "x = a and b", "x = b"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """What is left without each operand."""
        if isinstance(node, BaseNode) and node.type in ("and_test", "or_test"):
            operands = [child.get_code().strip() for child in node.children[::2]]
            word = node.children[1].get_code().strip()
            for left_out in range(len(operands)):
                yield None, f" {word} ".join(operands[:left_out] + operands[left_out + 1 :])


class ReplaceMembership(Rewriting):
    """`in` is `not in`, and the reverse."""

    example = "x = a in b", "x = a not in b"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """The reverse of each."""
        if isinstance(node, BaseNode) and node.type == "comparison":
            for at, child in list(enumerate(node.children))[1::2]:
                word = " ".join(child.get_code().split())
                if word in ("in", "not in"):
                    yield at, "not in" if word == "in" else "in"


class ReplaceReturn(Rewriting):
    """A function returns nothing."""

    example = "def f(): return 1", "def f(): return None"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """`None` for what is returned."""
        if isinstance(node, BaseNode) and node.type == "return_stmt" and node.children[1].get_code().strip() != "None":
            yield 1, "None"


class RemoveStatement(Rewriting):
    """A call, a `yield` or an assignment that adds to something is not made."""

    example = "a.add(b)\n", "pass\n"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """`pass` for the statement."""
        if isinstance(node, BaseNode) and node.type == "simple_stmt":
            first = node.children[0]
            adds = first.type == "expr_stmt" and first.children[1].get_code().strip() != "="
            if first.type in ("atom_expr", "yield_expr") or (adds and first.children[1].type == "operator"):
                yield 0, "pass"


class ReplaceCall(Rewriting):
    """The least is the greatest, any is all, and what is sorted is left as it comes."""

    example = "x = sorted(a, key=b)", "x = list(a)"

    def changes(self, node: NodeOrLeaf) -> Iterator[tuple[int | None, str]]:
        """What is called, or the call, in other words."""
        if not isinstance(node, BaseNode) or node.type != "atom_expr" or node.children[1].get_code()[:1] != "(":
            return
        called, arguments = node.children[0].get_code().strip(), node.children[1].children[1]
        if called in SWAPPED:
            yield 0, SWAPPED[called]
        if called == "sorted":
            first = arguments.children[0] if arguments.type == "arglist" else arguments
            rest = "".join(child.get_code() for child in node.children[2:])
            yield None, f"list({first.get_code().strip()}){rest}"


def _is_keyword(node: NodeOrLeaf, *words: str) -> bool:
    return isinstance(node, Keyword) and node.value in words


def _written(node: NodeOrLeaf, text: str) -> Name:
    return Name(text, node.start_pos, node.get_first_leaf().prefix)


OURS = (ReplaceCondition, DropOperand, ReplaceMembership, ReplaceReturn, RemoveStatement, ReplaceCall)
_PROVIDED = OperatorProvider()
OPERATORS: dict[str, Operator] = {
    **{name: _PROVIDED[name]() for name in FROM_COSMIC_RAY},
    **{operator.__name__: operator() for operator in OURS},
}
"""Every operator by its name."""
