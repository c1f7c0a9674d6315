// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/galleryfilters.h"

#include <QWidget>

class QVBoxLayout;

namespace lightwell {

class Library;

/// Stands where no picture fits, and offers to take away what hides most.
class NoHits : public QWidget
{
    Q_OBJECT
public:
    explicit NoHits(Library &library, QWidget *parent = nullptr);
    void setParts(const QList<GalleryFilters::Part> &parts);

Q_SIGNALS:
    void takeAwayWanted(const QString &id);
    void clearWanted();

private:
    void offer(const QList<GalleryFilters::Part> &parts, const QList<qint64> &counts);
    Library &m_library;
    QVBoxLayout *m_offers;
    int m_round = 0;
};

} // namespace lightwell
