// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explain/explaincard.h"

namespace lightwell {

/// What was asked beside what was sent for it, and what was done with each wish.
class SettingsCard : public ExplainCard
{
    Q_OBJECT
public:
    explicit SettingsCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation, const Names &names);
};

} // namespace lightwell
