// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a gallery with the built-in painter, to look at: paint_gallery DIR [scene|pattern|poster]
// [PROMPT[|SEED[|WxH]]]...
#include "core/model/sizerule.h"
#include "providers/sketchbook/painting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace lightwell;
using namespace lightwell::sketchbook;

namespace {

QStringList standardPrompts()
{
    return {u"lighthouse on a rocky coast at dusk in fog"_s,
            u"snowy village at night"_s,
            u"desert with camels at noon"_s,
            u"neon city in rain"_s,
            u"autumn forest with a fox"_s,
            u"red balloon over lavender fields"_s,
            u"brass kettle on slate"_s,
            u"an owl"_s,
            u"asdf"_s,
            u"justice"_s};
}

Order orderFor(const QString &style, const QStringList &parts)
{
    Order order;
    order.style = style == u"poster"_s ? Style::Poster : style == u"pattern"_s ? Style::Pattern : Style::Scene;
    order.prompt = parts.value(0);
    order.size = sizeFromString(parts.value(2)).value_or(QSize(1024, 1024));
    return order;
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    QTextStream out(stdout);
    const QDir folder(arguments.isEmpty() ? u"gallery"_s : arguments.takeFirst());
    if (!folder.mkpath(u"."_s)) {
        return 1;
    }
    const QString style = arguments.isEmpty() ? u"scene"_s : arguments.takeFirst();
    if (arguments.isEmpty()) {
        arguments = standardPrompts();
    }
    int number = 0;
    for (const QString &argument : std::as_const(arguments)) {
        const QStringList parts = argument.split(u'|');
        QElapsedTimer timer;
        timer.start();
        const QImage image = paint(orderFor(style, parts), parts.value(1).toULongLong());
        const qint64 elapsed = timer.elapsed();
        const QString path =
            folder.filePath(QString(style + u'-' + QString::number(number++).rightJustified(2, u'0') + u".png"_s));
        out << elapsed << " ms  " << path << "  " << argument << Qt::endl;
        if (!image.save(path)) {
            return 1;
        }
    }
    return 0;
}
