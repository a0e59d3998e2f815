"""
mechanism: a plot, and a table that pandas shows
"""
%matplotlib inline
import matplotlib.pyplot as plt
import pandas as pd
plt.plot([1, 2, 3])
plt.show()
display(pd.DataFrame({"a": [1, 2]}))

def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
