// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"
#include "ui/gallery/tileimages.h"

#include <QWidget>

class QVBoxLayout;

namespace lightwell {

/// What a picture was made of, itself, and what was made of it, below each other along a line. A press on one, or the
/// arrow keys, lead there.
class LineageList : public QWidget
{
    Q_OBJECT
public:
    explicit LineageList(TileImages &images, QWidget *parent = nullptr);
    void setDetails(const LibraryDetails &details);
    [[nodiscard]] QList<TileImages::Wanted> wanted() const;
    [[nodiscard]] bool isEmpty() const { return m_keys.size() < 2; }

Q_SIGNALS:
    void pictureWanted(qint64 key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const LibraryEntry &entry, const QString &name, bool isOwn);
    TileImages &m_images;
    QVBoxLayout *m_layout;
    QList<qint64> m_keys; ///< in their order
};

} // namespace lightwell
