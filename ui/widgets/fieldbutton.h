// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"

class QLineEdit;

namespace lightwell {

/// A button inside a field, at its end. Unlike that of an action of QLineEdit, the keyboard reaches it, right after the
/// field, and sees that it is there.
class FieldButton : public Button
{
    Q_OBJECT
public:
    FieldButton(Icon icon, QLineEdit *field);
    void showIcon(Icon icon);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QLineEdit *m_field;
};

} // namespace lightwell
