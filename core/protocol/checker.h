#pragma once

#include <protocol/names.h>
#include <protocol/settings_codec.h>

#include <QtCore/QSet>

#include <functional>
#include <limits>

// What the readers of documents that admins write share; not for others.
namespace relevo::protocol::detail {

/// Reads an object's fields into what is there already, noting every fault under its path.
class Checker
{
public:
    /// `strict`: as it comes through the door. Otherwise it was written by some version of this program, and
    /// only what is of another kind altogether is a fault.
    Checker(const Json& json, QString path, bool strict, std::vector<FieldFault>& faults)
        : m_json(json), m_path(std::move(path)), m_strict(strict), m_faults(faults)
    {
        if (!json.is_object())
            m_faults.push_back({m_path, QStringLiteral("must be an object")});
    }
    ~Checker()
    {
        if (!m_strict || !m_json.is_object())
            return;
        for (const auto& [key, value] : m_json.items()) {
            if (!m_asked.contains(fromUtf8(key)))
                m_faults.push_back({pathOf(key.c_str()), QStringLiteral("is not a field here")});
        }
    }
    Q_DISABLE_COPY_MOVE(Checker)

    /// Null when absent.
    const Json* member(const char* name)
    {
        m_asked.insert(QString::fromLatin1(name));
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }
    void fault(const char* name, const QString& what) { m_faults.push_back({pathOf(name), what}); }
    [[nodiscard]] QString pathOf(const char* name) const
    {
        return m_path.isEmpty() ? QString::fromUtf8(name) : m_path + u'.' + QString::fromUtf8(name);
    }
    [[nodiscard]] bool strict() const { return m_strict; }
    [[nodiscard]] std::vector<FieldFault>& faults() { return m_faults; }

    void flag(const char* name, bool& value)
    {
        const Json* json = member(name);
        if (json && json->is_boolean())
            value = json->get<bool>();
        else if (json)
            fault(name, QStringLiteral("must be true or false"));
    }
    void number(const char* name, int& value, int least, int most)
    {
        const Json* json = member(name);
        if (!json)
            return;
        const int most32 = m_strict ? most : std::numeric_limits<int>::max();
        const int least32 = m_strict ? least : std::numeric_limits<int>::min();
        if (json->is_number_integer() && *json >= least32 && *json <= most32)
            value = json->get<int>();
        else
            fault(name, QStringLiteral("must be a whole number between %1 and %2").arg(least).arg(most));
    }
    void real(const char* name, double& value, double least, double most)
    {
        const Json* json = member(name);
        if (!json)
            return;
        if (json->is_number() && (!m_strict || (json->get<double>() >= least && json->get<double>() <= most)))
            value = json->get<double>();
        else
            fault(name, QStringLiteral("must be a number between %1 and %2").arg(least).arg(most));
    }
    void text(const char* name, QString& value, std::size_t most)
    {
        const Json* json = member(name);
        if (json && json->is_string() && (!m_strict || json->get_ref<const std::string&>().size() <= most))
            value = toQString(*json);
        else if (json)
            fault(name, QStringLiteral("must be a text of at most %1 bytes").arg(most));
    }
    template <typename Enum>
    void named(const char* name, Enum& value, const QString& names)
    {
        const Json* json = member(name);
        if (!json)
            return;
        const auto known =
            json->is_string() ? valueOf<Enum>(json->get_ref<const std::string&>()) : std::nullopt;
        if (known)
            value = *known;
        else if (m_strict || !json->is_string())
            fault(name, QStringLiteral("must be %1").arg(names));
    }
    /// Calls `each` with every item and its path, when it is a list of at most `most`.
    bool list(const char* name, std::size_t most,
              const std::function<void(const Json&, const QString&)>& each)
    {
        const Json* json = member(name);
        if (!json)
            return false;
        if (!json->is_array() || (m_strict && json->size() > most)) {
            fault(name, QStringLiteral("must be a list of at most %1").arg(most));
            return false;
        }
        for (std::size_t i = 0; i < json->size(); ++i)
            each((*json)[i], QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i));
        return true;
    }
    /// Trimmed, each once; an empty one is a fault.
    void texts(const char* name, QStringList& value, std::size_t most, std::size_t longest)
    {
        QStringList read;
        const bool isList = list(name, most, [&](const Json& item, const QString& path) {
            if (!m_strict && item.is_string()) {
                read.push_back(toQString(item));
                return;
            }
            const QString text = item.is_string() ? toQString(item).trimmed() : QString();
            if (text.isEmpty() || static_cast<std::size_t>(text.toUtf8().size()) > longest)
                m_faults.push_back({path, QStringLiteral("must be a text of 1 to %1 bytes").arg(longest)});
            else if (!read.contains(text, Qt::CaseInsensitive))
                read.push_back(text);
        });
        if (isList)
            value = std::move(read);
    }

private:
    const Json& m_json;
    QString m_path;
    bool m_strict;
    std::vector<FieldFault>& m_faults;
    QSet<QString> m_asked;
};

} // namespace relevo::protocol::detail
