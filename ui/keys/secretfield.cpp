// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/secretfield.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

QLineEdit *secretField(const QString &objectName, const QString &accessibleName)
{
    auto *field = named(new QLineEdit, objectName, accessibleName);
    field->setEchoMode(QLineEdit::Password);
    auto *eye = field->addAction(themedIcon(Icon::Eye, QPalette::PlaceholderText), QLineEdit::TrailingPosition);
    eye->setObjectName(objectName + u".reveal"_s);
    eye->setText(QCoreApplication::translate("SecretField", "Show what is typed"));
    setTip(eye, eye->text());
    eye->setCheckable(true);
    QObject::connect(eye, &QAction::toggled, field, [field, eye](bool shown) {
        field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(themedIcon(shown ? Icon::EyeOff : Icon::Eye, QPalette::PlaceholderText));
    });
    return field;
}

} // namespace lightwell
