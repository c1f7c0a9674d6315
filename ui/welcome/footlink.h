// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/welcome/pressrow.h"
#include "ui/widgets/icons.h"

namespace lightwell {

/// A sign and a few quiet words that lead to another page; they wrap where it is narrow.
class FootLink : public PressRow
{
    Q_OBJECT
public:
    FootLink(const QString &objectName, Icon icon, const QString &text, QWidget *parent = nullptr);
};

} // namespace lightwell
