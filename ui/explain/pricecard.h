// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

/// What it was reckoned to cost, line by line, and what it did.
class PriceCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit PriceCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation, const Names &names);
};

} // namespace lightwell
