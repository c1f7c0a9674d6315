// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/canvasnote.h"

#include "ui/mask/canvassizes.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CanvasNote)
};

} // namespace

QString canvasNote(const QList<CanvasMaker> &makers, QSize canvas)
{
    QStringList others;
    QList<SizeRule> rules;
    for (const CanvasMaker &maker : makers) {
        rules.append(maker.sizes);
        if (!isMade(maker.sizes, canvas)) {
            others.append(maker.name);
        }
    }
    if (!others.isEmpty()) {
        return others.size() == 1 ? Text::tr("%1 makes another size").arg(others.constFirst())
                                  : Text::tr("%1 make another size").arg(others.join(u", "_s));
    }
    if (canvasSizes(rules).isAny()) {
        return {};
    }
    return makers.size() == 1 ? Text::tr("%1 makes this size").arg(makers.constFirst().name)
                              : Text::tr("All chosen models make this size");
}

} // namespace lightwell
