"""Names the packages: the finder cannot see that the folder `grammar` is the package `archlint.grammar`."""

from setuptools import find_packages, setup

setup(
    package_dir={"": "src", "archlint.grammar": "grammar"},
    packages=[*find_packages("src"), "archlint.grammar"],
)
