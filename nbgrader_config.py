"""nbgrader's settings for this course: authors write in solutions/, learners get course/."""

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "sendwell"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "course"
# The text source of a notebook lies beside it and must not reach learners.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "decide.md", "build.md"]

c.ClearSolutions.code_stub = {
    "python": "raise NotImplementedError  # replace this line with your own code"
}
c.ClearSolutions.text_stub = "*(Replace this line by your own text.)*"
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "fairmark.preprocessors.ClearFormStubs",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# A cell may take this long; check() itself stops a check after 1.5 seconds.
c.Execute.timeout = 60
