// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/secretfield.h"

#include "ui/widgets/fieldbutton.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

QLineEdit *secretField(const QString &objectName, const QString &accessibleName)
{
    auto *field = named(new QLineEdit, objectName, accessibleName);
    field->setEchoMode(QLineEdit::Password);
    auto *eye = named(new FieldButton(Icon::Eye, field), objectName + u".reveal"_s,
                      QCoreApplication::translate("SecretField", "Show what is typed"));
    setTip(eye, eye->accessibleName());
    eye->setCheckable(true);
    QObject::connect(eye, &QPushButton::toggled, field, [field, eye](bool shown) {
        field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        eye->showIcon(shown ? Icon::EyeOff : Icon::Eye);
    });
    return field;
}

} // namespace lightwell
