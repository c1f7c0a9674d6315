// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencetexts.h"

#include <QCoreApplication>

#include <cmath>

namespace lightwell::referencetexts {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceTexts)
};

} // namespace

QString role(ImageRole role)
{
    switch (role) {
    case ImageRole::Style:
        return Text::tr("Style");
    case ImageRole::Character:
        return Text::tr("Character");
    case ImageRole::Reference:
        break;
    }
    return Text::tr("Reference");
}

QString share(double part)
{
    const auto percent = static_cast<int>(std::lround(part * 100));
    return percent == 0 && part > 0 ? Text::tr("under 1 %") : Text::tr("%1 %").arg(percent);
}

} // namespace lightwell::referencetexts
