// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/library/sampleentries.h"

#include <QString>

namespace lightwell::test {

class WindowBench;

/// Puts pictures into the books and the media store of a window's bench.
class GalleryHome
{
public:
    explicit GalleryHome(WindowBench &bench);

    /// A painted picture of this size, as a file of the media store.
    Picture picture(QSize size, int number);
    /// A generation with `pictures` of them; each call is a minute later than the one before. Yields its id.
    QString make(SampleEntry sample, QSize size = QSize(480, 320), int pictures = 1);
    [[nodiscard]] const QList<Picture> &pictures() const { return m_pictures; } ///< that were made, in their order
    void setTime(const QDateTime &time) { m_time = time; } ///< of what is made next

private:
    WindowBench &m_bench;
    int m_number = 0;
    QDateTime m_time;
    QList<Picture> m_pictures;
};

/// Some days of a person with several models, for a look at the page.
void fillGallery(GalleryHome &home);

} // namespace lightwell::test
