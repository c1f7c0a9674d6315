// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exclusivefocus.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace lightwell {

void keepTabOnChecked(QButtonGroup *group)
{
    const auto update = [group] {
        const QList<QAbstractButton *> buttons = group->buttons();
        for (QAbstractButton *button : buttons) {
            button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
        }
    };
    QObject::connect(group, &QButtonGroup::buttonToggled, group, update);
    update();
}

} // namespace lightwell
