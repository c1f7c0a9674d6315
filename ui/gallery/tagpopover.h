// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popover.h"

namespace lightwell {

/// A field in which a tag for the chosen pictures is typed.
class TagPopover : public Popover
{
    Q_OBJECT
public:
    TagPopover(const QStringList &known, QWidget *anchor);

Q_SIGNALS:
    void chosen(const QString &tag);
};

} // namespace lightwell
