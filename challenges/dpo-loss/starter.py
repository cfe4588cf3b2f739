def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """The mean loss of direct preference optimization over pairs of answers.

    The first four are equally long lists of log-probabilities, one for each pair: of the chosen
    and the rejected answer, under the policy and under the reference.
    """
    ...
