// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"

namespace lightwell {

class Button;
class Keymap;
class TextLabel;

/// Over the lower edge of the pictures, from one chosen on: how many, what they cost, and what can be done with them.
class SelectionBar : public Card
{
    Q_OBJECT
public:
    static constexpr int minCompared = 2;
    static constexpr int maxCompared = 4;
    SelectionBar(const Keymap &keymap, QWidget *parent);
    void setRows(const QList<LibraryRow> &rows); ///< that are chosen; none: it goes
    void setCanCompare(bool can); ///< there is a place where pictures are compared
    void setCanExport(bool can);
    void setCanReference(bool can);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void compareWanted();
    void exportWanted();
    void referenceWanted();
    void tagWanted();
    void starWanted(bool on);
    void hideWanted(bool on);
    void deleteWanted();
    void cleared();

private:
    Button *add(const QString &objectName, Icon icon, const QString &text, const QString &name);
    void place();
    const Keymap &m_keymap;
    TextLabel *m_count;
    TextLabel *m_sums;
    Button *m_compare;
    Button *m_export;
    Button *m_reference;
    Button *m_tag;
    Button *m_star;
    Button *m_hide;
    bool m_allStarred = false;
    bool m_allHidden = false;
};

} // namespace lightwell
