// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/starbutton.h"

#include "ui/compare/cellmarks.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

namespace lightwell {

StarButton::StarButton(const QString &objectName, CellMarks &marks, const Keymap *keymap, QWidget *parent)
    : Button(Kind::Quiet, {}, parent)
    , m_marks(marks)
    , m_keymap(keymap)
{
    named(this, objectName, tr("Star"));
    connect(this, &QPushButton::clicked, this, &StarButton::toggle);
    connect(&m_marks, &CellMarks::changed, this, &StarButton::refresh);
    if (!m_marks.canMark()) {
        hide();
    }
    refresh();
}

void StarButton::setPicture(const ViewedPicture &picture)
{
    m_picture = picture;
    if (canHaveStar()) {
        m_marks.want(picture.picture.id);
    }
    refresh();
}

bool StarButton::canHaveStar() const
{
    return m_marks.canMark() && m_picture.isThere() && !m_picture.isForeign;
}

bool StarButton::isStarred() const
{
    return canHaveStar() && m_marks.of(m_picture.picture.id).isStarred;
}

void StarButton::toggle()
{
    if (canHaveStar()) {
        m_marks.set(m_picture.picture.id, picturemarks::Mark::Starred, !isStarred());
    }
}

void StarButton::refresh()
{
    const bool isOn = isStarred();
    setEnabled(canHaveStar());
    setIcon(isOn ? themedIcon(Icon::StarOn, QPalette::Link) : themedIcon(Icon::Star, QPalette::PlaceholderText));
    setAccessibleName(isOn ? tr("Take the star away") : tr("Star"));
    if (m_keymap) {
        setTip(this, accessibleName(), *m_keymap, KeyAction::Star);
    } else {
        setTip(this, accessibleName());
    }
}

} // namespace lightwell
