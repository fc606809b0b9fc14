# Runs the recipe's cells in a folder as Jupyter does, and writes the notebook that they make: leaky.ipynb.
import json
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell

folder = Path(sys.argv[1])
shell = InteractiveShell.instance()
cells = []
for path in sorted(folder.glob('*.py')):
    source = path.read_text()
    value = shell.run_cell(source).result
    data, metadata = shell.display_formatter.format(value)
    output = {'output_type': 'execute_result', 'execution_count': 1, 'data': data, 'metadata': metadata}
    cells.append({'cell_type': 'code', 'execution_count': 1, 'id': path.stem, 'metadata': {}, 'outputs': [output], 'source': source})
notebook = {'cells': cells, 'metadata': {'kernelspec': {'name': 'python3', 'language': 'python', 'display_name': 'Python 3'}}, 'nbformat': 4, 'nbformat_minor': 5}
(folder / 'leaky.ipynb').write_text(json.dumps(notebook))
