// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

/// The tables in the "meta" box of an ISO base media file (ISO/IEC 14496-12, section 8.11): which items there are, and
/// where their content lies. Functions take and give the content of a box, without its length and type.
namespace lightwell::metadata {

struct IsoItem
{
    quint32 id = 0;
    QByteArray type; ///< four letters
    QByteArray contentType; ///< of "mime"
};

struct IsoExtent
{
    qint64 offset = 0;
    qint64 length = 0;
};

struct IsoLocation
{
    enum Method { InFile = 0, InTables = 1 }; ///< from the file's beginning, or from that of "idat"
    quint32 id = 0;
    int method = InFile;
    QList<IsoExtent> extents;
};

struct IsoLocations
{
    int version = 0; ///< of the box
    QList<IsoLocation> list;

    [[nodiscard]] const IsoLocation *find(quint32 id) const;
    void remove(quint32 id);
};

[[nodiscard]] std::optional<quint32> primaryItem(const QByteArray &pitm);
/// Those of its newer kind (version 2 and 3); nothing where they do not fill the box.
[[nodiscard]] std::optional<QList<IsoItem>> readItems(const QByteArray &iinf);
/// Nothing where content lies in other files or in other items, or reaches to the file's end.
[[nodiscard]] std::optional<IsoLocations> readLocations(const QByteArray &iloc);
[[nodiscard]] QByteArray writtenLocations(const IsoLocations &locations); ///< positions of four bytes
[[nodiscard]] QByteArray itemBox(const IsoItem &item); ///< a whole box for "iinf"
[[nodiscard]] QByteArray withMoreItems(const QByteArray &iinf, const QByteArray &boxes, int count);
/// A whole box for "iref" of version 0: `item` describes `what`.
[[nodiscard]] QByteArray descriptionReference(quint32 item, quint32 what);

} // namespace lightwell::metadata
