// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/welcome/examples.h"
#include "ui/welcome/stepcard.h"

namespace lightwell {

/// The first step: prompts to begin with, each of which fills the form.
class ExamplesStep : public StepCard
{
    Q_OBJECT
public:
    explicit ExamplesStep(const QList<Example> &examples, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const lightwell::Example &example);
};

} // namespace lightwell
