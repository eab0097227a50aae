<#list dependencyMap as entry>
<#assign library = entry.getKey() licences = entry.getValue()/>
${library.groupId}|${library.artifactId}|${library.version}|<#list licences as licence>${licence}<#sep> or </#list>
</#list>
