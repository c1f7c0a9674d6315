// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/responseevents.h"

#include "core/chat/writtenobject.h"

#include <algorithm>
#include <array>

namespace lightwell {

namespace {

/// How parts of one type are told.
struct PartEvents
{
    const char *type;
    const char *member; ///< its text
    const char *index; ///< the number of the part in its item
    const char *begun;
    const char *said;
    const char *whole;
    const char *ended;
};

constexpr std::array partEvents {
    PartEvents {"\"output_text\"", "text", "content_index", "response.content_part.added", "response.output_text.delta",
                "response.output_text.done", "response.content_part.done"},
    PartEvents {"\"refusal\"", "refusal", "content_index", "response.content_part.added", "response.refusal.delta",
                "response.refusal.done", "response.content_part.done"},
    PartEvents {"\"summary_text\"", "text", "summary_index", "response.reasoning_summary_part.added",
                "response.reasoning_summary_text.delta", "response.reasoning_summary_text.done",
                "response.reasoning_summary_part.done"},
};

QByteArray member(const QByteArray &name, const QByteArray &value)
{
    return '"' + name + "\":" + value;
}

QByteArray with(const QByteArray &object, const QByteArray &name, const QByteArray &value)
{
    WrittenObject fields(object);
    fields.set(name, value);
    return fields.text();
}

/// An item before anything of it is said.
QByteArray begunItem(const QByteArray &item)
{
    WrittenObject fields(item);
    for (const auto &[name, nothing] :
         std::array {std::pair {"status", "\"in_progress\""}, std::pair {"content", "[]"}, std::pair {"summary", "[]"},
                     std::pair {"arguments", "\"\""}, std::pair {"result", "null"}}) {
        if (fields.contains(name)) {
            fields.set(name, nothing);
        }
    }
    return fields.text();
}

/// Writes the events one behind the other.
class Teller
{
public:
    void tell(const QByteArray &type, const QByteArrayList &members)
    {
        QByteArray data = "{\"type\":\"" + type + "\",\"sequence_number\":" + QByteArray::number(m_number++);
        for (const QByteArray &one : members) {
            data += ',' + one;
        }
        // What stands in lines of its own is between values: texts have none.
        m_events += "event: " + type + "\ndata: " + data.replace('\n', ' ').replace('\r', ' ') + "}\n\n";
    }
    void tellItem(qsizetype index, const QByteArray &item)
    {
        const WrittenObject fields(item);
        const QByteArray place = member("output_index", QByteArray::number(index));
        const QByteArrayList within {place, member("item_id", fields.contains("id") ? fields.value("id") : R"("")")};
        tell("response.output_item.added", {place, member("item", begunItem(item))});
        for (const char *list : {"summary", "content"}) {
            tellParts(within, writtenEntries(fields.value(list)));
        }
        if (fields.value("type") == "\"function_call\"") {
            const QByteArray arguments = fields.value("arguments");
            tell("response.function_call_arguments.delta", within + QByteArrayList {member("delta", arguments)});
            tell("response.function_call_arguments.done",
                 within + QByteArrayList {member("arguments", arguments), member("name", fields.value("name"))});
        }
        tell("response.output_item.done", {place, member("item", item)});
    }
    [[nodiscard]] QByteArray events() const { return m_events; }

private:
    /// Of a part that is none of these, nothing but its item tells.
    void tellParts(const QByteArrayList &within, const QByteArrayList &parts)
    {
        for (qsizetype number = 0; number < parts.size(); ++number) {
            const QByteArray &part = parts.at(number);
            const WrittenObject fields(part);
            const auto *known = std::find_if(partEvents.begin(), partEvents.end(), [&fields](const PartEvents &one) {
                return fields.value("type") == one.type && fields.contains(one.member);
            });
            if (known == partEvents.end()) {
                continue;
            }
            const QByteArrayList place = within + QByteArrayList {member(known->index, QByteArray::number(number))};
            const QByteArray text = fields.value(known->member);
            tell(known->begun, place + QByteArrayList {member("part", with(part, known->member, R"("")"))});
            tell(known->said, place + QByteArrayList {member("delta", text)});
            tell(known->whole, place + QByteArrayList {member(known->member, text)});
            tell(known->ended, place + QByteArrayList {member("part", part)});
        }
    }

    QByteArray m_events;
    int m_number = 0;
};

} // namespace

QByteArray responseEvents(const QByteArray &response)
{
    WrittenObject head(response);
    const QByteArray output = head.value("output");
    if (!output.startsWith('[')) {
        return {};
    }
    head.set("status", R"("in_progress")");
    head.set("output", "[]");
    head.remove("usage");
    Teller teller;
    for (const char *type : {"response.created", "response.in_progress"}) {
        teller.tell(type, {member("response", head.text())});
    }
    const QByteArrayList items = writtenEntries(output);
    for (qsizetype index = 0; index < items.size(); ++index) {
        teller.tellItem(index, items.at(index));
    }
    const QByteArray status = WrittenObject(response).value("status");
    const QByteArray end = status == "\"incomplete\"" ? "response.incomplete"
        : status == "\"failed\""                      ? "response.failed"
                                                      : "response.completed";
    teller.tell(end, {member("response", response)});
    return teller.events();
}

} // namespace lightwell
