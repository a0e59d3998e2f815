"""A crowd so large that all counts are whole, and Euclid's algorithm by hand."""


def posterior(prior, sensitivity, specificity):
    crowd = prior[1] * sensitivity[1] * specificity[1]
    guilty = crowd * prior[0] // prior[1]
    innocent = crowd - guilty
    rightly = guilty * sensitivity[0] // sensitivity[1]
    wrongly = innocent - innocent * specificity[0] // specificity[1]
    if rightly == wrongly == 0:
        return None
    a, b = rightly, rightly + wrongly
    while b:
        a, b = b, a % b
    return rightly // a, (rightly + wrongly) // a
