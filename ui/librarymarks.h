// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/markbook.h"

namespace lightwell {

class Library;

/// The real ones.
class LibraryMarks : public MarkBook
{
public:
    explicit LibraryMarks(Library &library);
    void read(const QStringList &pictures, QObject *context, OnMarks then) override;
    void set(const QString &picture, picturemarks::Mark mark, bool on, QObject *context, OnDone then) override;

private:
    Library &m_library;
};

} // namespace lightwell
