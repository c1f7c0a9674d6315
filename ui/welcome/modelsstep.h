// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/welcome/stepcard.h"

namespace lightwell {

class Catalog;

/// The second step: models that need nothing.
class ModelsStep : public StepCard
{
    Q_OBJECT
public:
    /// `prompt`: what the small pictures show.
    ModelsStep(const Catalog &catalog, const QString &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    void catalogWanted();
};

} // namespace lightwell
