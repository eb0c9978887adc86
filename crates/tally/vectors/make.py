#!/usr/bin/env python3
"""Makes the vectors beside it with independent libraries, from PyPI:
pref_voting 1.18.2, stvpoll 0.5.6, pabutools 1.2.3, abcvoting 2.19.2. Same seed, same vectors.
Options are letters; a ballot is [count, what it says]. What the keys mean is said in ../src/tests/vectors.rs."""
import json, random
from fractions import Fraction
from abcvoting import abcrules
from abcvoting.preferences import Profile as Approvals
from pabutools.election import ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project
from pabutools.rules import method_of_equal_shares
from pref_voting import iterative_methods, margin_based_methods, scoring_methods
from pref_voting.profiles import Profile
from pref_voting.profiles_with_ties import ProfileWithTies
from stvpoll.scottish_stv import ScottishSTV

chance = random.Random(20261129)
letters = lambda options: ''.join(sorted(chr(97 + o) for o in options))


def write(name, lines):
    with open(name + '.jsonl', 'w') as file:
        for line in lines:
            file.write(json.dumps(line, separators=(',', ':')) + '\n')


def strict_order(options, shortest):
    order = list(range(options))
    chance.shuffle(order)
    return order[:chance.randint(shortest, options)]


def weak_order(options):
    tiers = []
    for option in strict_order(options, 0):
        if tiers and chance.random() < 0.3: tiers[-1].append(option)
        else: tiers.append([option])
    return tiers


def ranked(strict):
    options = chance.randint(2, 6)
    kinds = chance.randint(1, 8)
    if strict: ballots = [(chance.randint(1, 9), [[o] for o in strict_order(options, options)]) for _ in range(kinds)]
    else: ballots = [(chance.randint(1, 9), weak_order(options)) for _ in range(kinds)] + [(1, [[0]])]
    line = {'options': options, 'ballots': [[n, '>'.join('='.join(map(letters, [[o] for o in t])) for t in tiers)] for n, tiers in ballots]}
    if strict: profile = Profile([[t[0] for t in tiers] for _, tiers in ballots], rcounts=[n for n, _ in ballots])
    else:
        profile = ProfileWithTies([{o: r for r, t in enumerate(tiers) for o in t} for _, tiers in ballots], rcounts=[n for n, _ in ballots], candidates=list(range(options)))
        profile.use_extended_strict_preference()
    votes = profile.support
    winner = profile.condorcet_winner()
    line['condorcet'] = '' if winner is None else letters([winner])
    line['schulze'] = letters(margin_based_methods.beat_path(profile, strength_function=votes))
    locked = margin_based_methods.ranked_pairs_with_test(profile, strength_function=votes)
    if locked is not None: line['ranked_pairs'] = letters(locked)
    if strict:
        line['borda'] = letters(scoring_methods.borda(profile))
        line['irv'] = letters(iterative_methods.instant_runoff_put(profile))
    return line


def stv():
    while True:
        options = chance.randint(3, 8)
        seats = chance.randint(1, options - 1)
        ballots = [(chance.randint(1, 40), strict_order(options, 1)) for _ in range(chance.randint(3, 25))]
        # From 1: it takes a candidate 0 for nobody.
        poll = ScottishSTV(seats, range(1, options + 1), random_in_tiebreaks=False)
        for n, order in ballots: poll.add_ballot([o + 1 for o in order], n)
        try: result = poll.calculate()
        except Exception: continue
        # It moves the surpluses of one round together, the Order one by one: only elections where that is the same.
        if result.complete and all(len(r.selected) == 1 for r in result.rounds[:-1]):
            return {'options': options, 'seats': seats, 'ballots': [[n, '>'.join(map(letters, [[o] for o in order]))] for n, order in ballots], 'elected': letters(o - 1 for o in result.elected_as_set())}


def equal_shares():
    options, voters = chance.randint(2, 5), chance.randint(2, 9)
    costs = [chance.randint(1, 20) for _ in range(options)]
    budget = chance.randint(max(costs), sum(costs))
    projects = [Project(chr(97 + o), cost) for o, cost in enumerate(costs)]
    ballots = [[o for o in range(options) if chance.random() < 0.45] for _ in range(voters)]
    profile = ApprovalProfile([ApprovalBallot([projects[o] for o in b]) for b in ballots])
    line = {'options': options, 'budget': budget, 'costs': costs, 'ballots': [[1, letters(b)] for b in ballots]}
    wanted = {projects[o] for b in ballots for o in b}

    def funded(sat, raised):
        instance = Instance(projects, budget_limit=budget + raised * voters)
        return [set(f) for f in method_of_equal_shares(instance, profile, sat_class=sat, resoluteness=False)]

    spelt = lambda f: ''.join(sorted(p.name for p in f))
    for key, sat in (('cost', Cost_Sat), ('count', Cardinality_Sat)):
        now, raised = funded(sat, 0), 0
        line[key] = sorted({spelt(f) for f in now})
        # One cent at a time, as long as no tie is met: rules for ties differ.
        while len(now) == 1 and now[0] != wanted:
            raised += 1
            after = funded(sat, raised)
            if len(after) == 1 and sum(p.cost for p in after[0]) > budget: break
            now = after
        if len(now) == 1: line[key + '_add1'] = spelt(now[0])
    return line


def approval():
    options = chance.randint(2, 7)
    seats = chance.randint(1, options - 1)
    ballots = [[o for o in range(options) if chance.random() < 0.4] or [0] for _ in range(chance.randint(3, 15))]
    profile = Approvals(options)
    profile.add_voters([set(b) for b in ballots])
    count = lambda rule: sorted(letters(c) for c in abcrules.compute(rule, profile, committeesize=seats, resolute=False))
    return {'options': options, 'seats': seats, 'ballots': [[1, letters(b)] for b in ballots], 'av': count('av')}


write('ranked', [ranked(strict=i % 2 == 0) for i in range(400)])
write('stv', [stv() for _ in range(300)])
write('equal_shares', [equal_shares() for _ in range(150)])
write('approval', [approval() for _ in range(200)])
