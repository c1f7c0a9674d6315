// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keycombination.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace lightwell::keycombination {

using namespace Qt::StringLiterals;

namespace {

constexpr Qt::KeyboardModifiers meant = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

struct KeyCombinationTexts
{
    Q_DECLARE_TR_FUNCTIONS(KeyCombination)
};

/// What another keyboard has below another key, or without Shift.
bool isSignOrDigit(Qt::Key key)
{
    return key > Qt::Key_Space && key < Qt::Key_Escape && !QChar::isLetter(static_cast<char32_t>(key));
}

} // namespace

QKeyCombination normalised(QKeyCombination keys)
{
    Qt::KeyboardModifiers with = keys.keyboardModifiers() & meant;
    const Qt::Key key = keys.key() == Qt::Key_Enter ? Qt::Key_Return : keys.key();
    if (key == Qt::Key_Backtab) {
        return QKeyCombination(with | Qt::ShiftModifier, Qt::Key_Tab);
    }
    if (with == Qt::ShiftModifier && isSignOrDigit(key)) {
        with = Qt::NoModifier;
    }
    return QKeyCombination(with, key);
}

QKeyCombination pressed(const QKeyEvent *event)
{
    return normalised(event->keyCombination());
}

bool matches(const QKeyEvent *event, const QKeySequence &keys)
{
    return keys.count() == 1 && normalised(keys[0]) == pressed(event);
}

bool isSame(const QKeySequence &one, const QKeySequence &other)
{
    return one.count() == 1 && other.count() == 1 && normalised(one[0]) == normalised(other[0]);
}

bool isHeldBesideOthers(Qt::Key key)
{
    return key == 0 || key == Qt::Key_unknown || (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock)
        || (key >= Qt::Key_Super_L && key <= Qt::Key_Hyper_R && key != Qt::Key_Menu) || key == Qt::Key_AltGr
        || key == Qt::Key_Multi_key || key == Qt::Key_Mode_switch;
}

QString text(const QKeySequence &keys)
{
    if (keys.isEmpty()) {
        return {};
    }
    const QKeyCombination only = keys[0];
    if (only.key() == Qt::Key_Return) {
        // Qt writes Return, keyboards Enter.
        const QString with =
            QKeySequence(QKeyCombination(only.keyboardModifiers(), Qt::Key_A)).toString(QKeySequence::NativeText);
        return with.chopped(1) + KeyCombinationTexts::tr("Enter");
    }
    if (only == QKeyCombination(Qt::Key_Minus)) {
        return u"−"_s; // a hyphen is hard to see alone
    }
    return keys.toString(QKeySequence::NativeText);
}

} // namespace lightwell::keycombination
