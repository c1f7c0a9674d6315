// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keysfield.h"

#include "ui/shortcuts/keycombination.h"
#include "ui/widgets/names.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

KeysField::KeysField(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QKeySequenceEdit(parent)
    , m_line(findChild<QLineEdit *>())
{
    named(this, objectName, accessibleName);
    named(m_line, objectName + u".text"_s, accessibleName);
    m_line->setReadOnly(true);
    showText();
}

void KeysField::showKeys(const QKeySequence &keys)
{
    setKeySequence(keys);
    showText();
}

/// Qt would write "Return" there.
void KeysField::showText()
{
    m_line->setText(keycombination::text(keySequence()));
    m_line->setPlaceholderText(hasFocus() ? tr("Press the keys") : tr("none"));
    setAccessibleDescription(text());
}

QString KeysField::text() const
{
    return m_line->text();
}

void KeysField::keyPressEvent(QKeyEvent *event)
{
    const QKeyCombination keys = keycombination::pressed(event);
    if (event->isAutoRepeat() || keycombination::isHeldBesideOthers(keys.key())) {
        event->accept();
    } else if (keys == QKeyCombination(Qt::Key_Escape)) {
        event->ignore();
    } else if (keys == QKeyCombination(Qt::Key_Return)) {
        Q_EMIT entered();
    } else {
        Q_EMIT pressed(keys);
    }
}

void KeysField::keyReleaseEvent(QKeyEvent *event)
{
    event->accept();
}

void KeysField::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    showText();
}

void KeysField::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    showText();
}

} // namespace lightwell
