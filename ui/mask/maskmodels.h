// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/sign.h"

class QHBoxLayout;

namespace lightwell {

/// Below the canvas: what each chosen model makes of the mask.
class MaskModels : public Card
{
    Q_OBJECT
public:
    struct Entry
    {
        QString name;
        QString price; ///< or that it is not asked
        Meaning meaning = Meaning::Ok;
        QString words; ///< "takes the mask"
        QString text; ///< a sentence
        bool isHeldBack = false;
        bool isSwapped = false; ///< it gets the mask the other way round, black for white
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    explicit MaskModels(QWidget *parent = nullptr);
    void showEntries(const QList<Entry> &entries);
    void setBrief(bool brief); ///< a line of signs, where there is no room for more

private:
    void rebuild();
    void addEntry(const Entry &entry, qsizetype place);
    QList<Entry> m_entries;
    bool m_isBrief = false;
    QHBoxLayout *m_row;
};

} // namespace lightwell
