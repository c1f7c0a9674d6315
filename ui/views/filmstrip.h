// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"
#include "ui/widgets/card.h"

#include <QHash>

class QButtonGroup;
class QHBoxLayout;
class QScrollArea;

namespace lightwell {

class StripThumb;
class TextLabel;

/// All pictures that can be chosen from, small and in a row; those that are shown large have their numbers. The one
/// that keys are for is the checked one: Tab leads to it, arrows from one to the next.
class FilmStrip : public Card
{
    Q_OBJECT
public:
    explicit FilmStrip(QWidget *parent = nullptr);
    void setPictures(const QList<ViewedPicture> &pictures);
    void setShown(const QStringList &ids, int active); ///< in the order of their panes
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void title(const QList<ViewedPicture> &pictures);
    TextLabel *m_title;
    TextLabel *m_facts;
    QScrollArea *m_area;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
    QHash<QString, StripThumb *> m_thumbs; ///< by the picture's place in the list
    QStringList m_ids;
};

} // namespace lightwell
