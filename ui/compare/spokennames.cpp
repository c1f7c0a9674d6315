// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/spokennames.h"

#include "ui/compare/emulationtext.h"
#include "ui/texts.h"

namespace lightwell {

Names spokenNames(const QString &model, const Names::NameOf &provider)
{
    return {[model](const QString &) { return model; }, provider, parameterLabel, texts::one};
}

} // namespace lightwell
