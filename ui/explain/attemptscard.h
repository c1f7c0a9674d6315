// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

/// What happened, in its order: each attempt, when it was made and for what, what the provider answered where it
/// failed, and what followed from that. A failure that ended it stands last, with what helps.
class AttemptsCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit AttemptsCard(QWidget *parent = nullptr);
    /// `step` is what helps after a failure, for a button; empty: nothing does.
    void show(const Explanation &explanation, const Names &names, const QString &step);

Q_SIGNALS:
    void stepWanted();
};

} // namespace lightwell
