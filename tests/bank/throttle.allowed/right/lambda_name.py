"""The function is a lambda with a helper, and its parameters have other names."""

inside = lambda t, a, b: a < t and not t > b  # noqa: E731
allowed = lambda times, moment, most, span: (  # noqa: E731
    not len([0 for t in times if inside(t, moment - span, moment)]) >= most
)
