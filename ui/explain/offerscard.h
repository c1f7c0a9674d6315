// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

/// The offers in the order in which they are tried, each with its reasons; those that rules leave out are folded.
class OffersCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit OffersCard(QWidget *parent = nullptr);
    /// `rule` says by what they are put in order: "Cheapest first".
    void show(const Explanation &explanation, const Names &names, const QString &rule);

Q_SIGNALS:
    void rulesWanted();
    void grown(); ///< what was folded is shown

private:
    bool m_isUnfolded = false;
    QString m_id; ///< of the request that is shown
};

} // namespace lightwell
