// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/recordedanswers.h"

namespace lightwell::fuzz {

namespace {

HttpResponse answerIn(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\n\n");
    const QList<QByteArray> head = text.left(end).split('\n');
    HttpResponse answer;
    bool isNumber = false;
    answer.status = head.first().toInt(&isNumber);
    answer.status = isNumber && answer.status >= 200 && answer.status < 600 ? answer.status : 200;
    for (const QByteArray &line : head.sliced(1)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0) {
            answer.headers.append({line.left(colon), line.sliced(colon + 1).trimmed()});
        }
    }
    answer.body = end < 0 ? QByteArray() : text.sliced(end + 2);
    return answer;
}

} // namespace

QList<HttpResponse> recordedAnswers(const QByteArray &text)
{
    const QByteArray mark = "\n%%%\n";
    QList<HttpResponse> answers;
    qsizetype at = 0;
    while (at <= text.size()) {
        const qsizetype end = text.indexOf(mark, at);
        answers.append(answerIn(end < 0 ? text.sliced(at) : text.sliced(at, end - at)));
        at = end < 0 ? text.size() + 1 : end + mark.size();
    }
    return answers;
}

} // namespace lightwell::fuzz
