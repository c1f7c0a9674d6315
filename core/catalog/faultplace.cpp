// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/faultplace.h"

#include "core/catalog/catalogtext.h"

using namespace Qt::StringLiterals;

namespace lightwell {

QString inFile(const CatalogFile *file, const QString &what)
{
    return file->name.isEmpty() ? what : u"%1, %2"_s.arg(file->name, what);
}

QString atLine(std::optional<qsizetype> line, const QString &what)
{
    return line ? CatalogText::tr("line %1: %2").arg(*line).arg(what) : what;
}

FaultPlace findPlace(const WrittenPlace &place, const JsonPath &field)
{
    const JsonPath path = place.path.joined(field);
    const JsonPlace own = nearestJsonPlace(place.file->text, path);
    const qsizetype ownDepth = own.depth - place.path.steps().size();
    const QString first = field.isEmpty() ? QString() : field.steps().first().name;
    const bool isJoined = first == "fields"_L1 || first == "wire"_L1; // others count as a whole
    if (!place.defaults.isEmpty() && (ownDepth <= 0 || (isJoined && ownDepth == 1))) {
        const JsonPath usualPath = place.defaults.joined(field);
        const JsonPlace usual = nearestJsonPlace(place.file->text, usualPath);
        if (usual.depth - place.defaults.steps().size() > ownDepth) {
            return {usualPath, usual.line};
        }
    }
    return {path, own.line};
}

} // namespace lightwell
