// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keyrules.h"

#include "ui/shortcuts/keycombination.h"

#include <QCoreApplication>

namespace lightwell::keyrules {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyRules)
};

constexpr Qt::KeyboardModifiers strong = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

/// They only change the next letter.
bool isDead(Qt::Key key)
{
    return key >= Qt::Key_Dead_Grave && key <= Qt::Key_Dead_Longsolidusoverlay;
}

bool leadsAbout(Qt::Key key, Qt::KeyboardModifiers with)
{
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Menu:
        return true;
    case Qt::Key_Escape:
        return with == Qt::NoModifier;
    case Qt::Key_Return:
        return !(with & strong);
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return !(with & (Qt::AltModifier | Qt::MetaModifier));
    default:
        return false;
    }
}

bool isOfText(Qt::Key key)
{
    return key < Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Delete;
}

} // namespace

std::optional<Objection> objection(const KeyActionInfo &info, QKeyCombination keys)
{
    constexpr KeyPlaces numbered = KeyPlaces(KeyPlace::Pictures) | KeyPlace::Loupe | KeyPlace::Ab;
    const QKeyCombination meant = keycombination::normalised(keys);
    const Qt::Key key = meant.key();
    const Qt::KeyboardModifiers with = meant.keyboardModifiers();
    if (keycombination::isHeldBesideOthers(key) || isDead(key)) {
        return Objection::Unreadable;
    }
    if (leadsAbout(key, with)) {
        return Objection::LeadsAbout;
    }
    if (with == Qt::NoModifier && key >= Qt::Key_1 && key <= Qt::Key_9 && (info.places & numbered)) {
        return Objection::ChoosesPicture;
    }
    if (!(with & strong) && isOfText(key) && keyactions::holdsInText(info)) {
        return Objection::WritesText;
    }
    if ((with & strong) == Qt::AltModifier && key < Qt::Key_Escape) {
        return Objection::LeadsToControl;
    }
    return std::nullopt;
}

QString sentence(Objection objection, const QString &keys)
{
    switch (objection) {
    case Objection::Unreadable:
        return Text::tr("These keys cannot be read. Press others.");
    case Objection::LeadsAbout:
        return Text::tr("%1 leads about in the window or presses what has the keyboard. Press other keys.").arg(keys);
    case Objection::ChoosesPicture:
        return Text::tr("%1 chooses a picture by its number here. Press other keys.").arg(keys);
    case Objection::WritesText:
        return Text::tr("%1 writes text where this holds. Hold Ctrl as well, or press a key from F1 to F12.").arg(keys);
    case Objection::LeadsToControl:
        return Text::tr("%1 leads to a button or field with that letter. Hold Ctrl instead of Alt.").arg(keys);
    }
    return {};
}

std::optional<QKeySequence> read(const QString &text)
{
    if (text.isEmpty()) {
        return QKeySequence();
    }
    const auto keys = QKeySequence::fromString(text, QKeySequence::PortableText);
    return keys.count() == 1 && keys[0].key() != Qt::Key_unknown && keys[0].key() != 0 ? std::optional(keys)
                                                                                       : std::nullopt;
}

QString written(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::PortableText);
}

} // namespace lightwell::keyrules
